export type Language = 'zh' | 'en';

/** What the server says in both languages; English where there is any and it is wanted. */
export interface Text {
  readonly zh: string;
  readonly en?: string | undefined;
}

export const textIn = (chosen: Language, text: Text): string => (chosen === 'en' ? (text.en ?? text.zh) : text.zh);
