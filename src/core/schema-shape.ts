import { type Schema, type Validator, WORDS } from "./schema.js";

/** A field of an object, or an item of a list: what is asked of it. */
export interface Demand {
  readonly word: (value: unknown, rule: unknown, more?: unknown) => number;
  readonly rule: unknown;
  /** What a list's word has to know of its items, or whether an enumeration has null beside it. */
  readonly more?: unknown;
}

/** What a schema says about an object, as data. */
export interface Shape {
  readonly fields: ReadonlyMap<string, Demand>;
  readonly required: readonly string[];
  readonly open: boolean;
  /** Where there are several, the object fits one of them and the rest of the shape is empty. */
  readonly alternatives: readonly Schema[];
}

/**
 * Reads a validator's schemas as data: it is given words that write down what they are asked instead of
 * looking, and an object whose every property is its own name.
 */
export function readShapes(validator: Validator): { root: Schema; shapeOf: (schema: Schema) => Shape } {
  let fields = new Map<string, Demand>();
  let shape: Shape;
  const names = new Proxy({}, { get: (_, name) => name });
  const sum = (_: object, required: number, __: number, ___: number, open = false) => {
    shape = { fields, required: [...fields.keys()].slice(0, required), open, alternatives: [] };
    return 0;
  };
  const choice = (_: object, ...alternatives: Schema[]) => {
    shape = { fields, required: [], open: true, alternatives };
    return 0;
  };
  const [, , ...words] = WORDS;
  const meant = new Map<unknown, unknown>();
  const writers = words.map((word) => {
    // A list is given a word for its items: one of these, which stands for the word that looks.
    const write = (name: string, rule: unknown, more: unknown) => {
      fields.set(name, { word: word as Demand["word"], rule: meant.get(rule) ?? rule, more });
      return 0;
    };
    meant.set(write, word);
    return write;
  });
  const root = validator(sum, choice, ...writers);
  const known = new Map<Schema, Shape>();
  return {
    root,
    shapeOf(schema) {
      fields = new Map();
      const before = known.get(schema);
      if (before) return before;
      schema(names);
      known.set(schema, shape);
      return shape;
    },
  };
}
