/** How a token is written. */
export const LOWER = 0;
/** First letter upper case (`Beograd`), or a lone upper-case letter. */
export const CAPITAL = 1;
/** All letters upper case, two or more (`NATO`). */
export const CAPS = 2;
/** Upper case inside (`iPhone`, `McDonald`). */
export const MIXED = 3;
export const NUMBER = 4;
