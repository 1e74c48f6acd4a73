/** A surrogate without its other half, which a URL can't contain. */
export const HALF_CHARACTER = /\p{Surrogate}/u;
