/** A surrogate without its other half: URLs cannot carry it. */
export const HALF_CHARACTER = /\p{Surrogate}/u;
