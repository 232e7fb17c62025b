/** A text in both languages. English may say one thing of one and another of many, of `{{count}}`. */
export type Pair = readonly [zh: string, en: string | { readonly one: string; readonly other: string }];

/** The words of a page or a part of one, by what they are for. */
export type Words = Readonly<Record<string, Pair>>;
