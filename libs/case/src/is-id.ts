const pattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text can be an id at all: PostgreSQL takes anything else for an error, where nobody has to be at fault. */
export const isId = (text: string): boolean => pattern.test(text);
