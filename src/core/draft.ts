/**
 * A value that is still being made, by the function that gives it out. Where every row passes, fields are assigned one
 * by one: an engine takes ten times as long to spread an object into another.
 */
export type Draft<Value> = { -readonly [Field in keyof Value]: Value[Field] };
