declare const brand: unique symbol

/** A string (or object) that only one place may make: the name is checked by the compiler, not at run time. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name }
