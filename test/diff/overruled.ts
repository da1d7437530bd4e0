import type { Rating } from "../../src/cli/contract-diff/change.js";
import { actedOn } from "../../src/cli/contract-diff/keywords.js";
import { matrix } from "./matrix.js";

/** A kind of change that the gate rates otherwise than Redocly. */
interface Overruled {
  readonly change: string;
  /** What Redocly calls it. */
  readonly redocly: string;
  readonly because: string;
  /** Titles of the rows of the matrix that hold it. */
  readonly rows: readonly string[];
}

const overruled: readonly Overruled[] = [
  {
    change: "a named enumeration gains a value",
    redocly: "major",
    because: "its type is open: an unknown value compiles, passes, and is reported as drift",
    rows: ["an answer's enumeration gains a value"],
  },
  {
    change: `${[...actedOn].map((key) => `\`${key}\``).join(", ")} changes, comes or goes`,
    redocly: "patch, or nothing",
    because:
      "the client acts on it: it sends, signs, pages or reads differently. Only the name of a cloud is for readers alone",
    rows: [
      "a default changes",
      "a default comes",
      "a default goes",
      "the time format of a parameter changes",
      "paging goes",
      "a list is no longer joined",
      "the signed version changes",
      "failure inside a 200 is told by another value",
      "the kind of a listed record changes",
      "a server belongs to another cloud",
    ],
  },
  {
    change: "an integer becomes `int64`",
    redocly: "depends",
    because: "its type widens to `number \\| bigint`",
    rows: ["an integer grows to 64 bits"],
  },
  {
    change: "a schema or a parameter of the path is renamed",
    redocly: "patch",
    because: "the name is exported, or the name of an argument",
    rows: ["a schema is renamed", "a parameter of the path is renamed"],
  },
  {
    change: "a server loses a region (`x-regions`)",
    redocly: "patch",
    because: "its users lose their address",
    rows: ["a server loses a region"],
  },
  {
    change: "a further status from 200 to 399 comes",
    redocly: "minor",
    because: "the client takes no other status for a success",
    rows: ["a further status of success comes"],
  },
  {
    change: "a required request body comes",
    redocly: "minor",
    because: "a call without it is refused",
    rows: ["a required body comes"],
  },
  {
    // No contract of ours has a request body: request-body.test.ts has one.
    change: "a property goes, that of a request included",
    redocly: "patch for a request",
    because: "code that sends or reads it does not compile any more",
    rows: ["a field goes"],
  },
  {
    change: "parameters, servers or security move between an operation, its path and the contract",
    redocly: "major",
    because: "they hold for the same operations",
    rows: ["parameters move to the path", "what the contract demands stands at each operation"],
  },
  {
    change: "a schema is spelt in another way",
    redocly: "major, or patch",
    because:
      "it means the same: an `allOf`, `anyOf` or `oneOf` of one schema, `null` as a type or an alternative, `const` or an enumeration of one value, a default written out, the exclusive bound of an integer, `true` or the empty schema, an empty part or none, alternatives of a type each or a list of the types, lists in another order, the letter case of a header, a media type or a host, a named enumeration that says that it is open",
    rows: ["a schema is in an allOf of its own"],
  },
  {
    change: "the first of several alternatives changes",
    redocly: "nothing",
    because: "it is the one that types and validators take for the response",
    rows: ["the exception comes before the answer"],
  },
  {
    change: "the minor version of OpenAPI changes",
    redocly: "patch",
    because: "tools that read the contract may refuse it",
    rows: ["a minor version of OpenAPI"],
  },
  {
    change: "an example's value changes",
    redocly: "nothing",
    because: "",
    rows: ["a documented example is corrected"],
  },
  {
    change: "anything else that Redocly calls a patch and that is no text",
    redocly: "patch",
    because: "generated code differs",
    rows: ["a field's length is bounded"],
  },
];

const ratings: Readonly<Record<Rating | "none", string>> = {
  breaking: "breaking",
  additive: "additive",
  documentation: "documentation only",
  none: "no change",
};

/**
 * The table of CONTRIBUTING.md that says where Redocly is overruled. The verdict is that of the matrix, which runs.
 * @throws Error if a row of the matrix is missing, or two of one kind of change are rated differently
 */
export function overruledTable(): string {
  const lines = overruled.map(({ change, redocly, because, rows }) => {
    const verdicts = rows.map((title) => {
      const row = matrix.find((one) => one.title === title);
      if (row === undefined) throw new Error(`the matrix has no row "${title}"`);
      return ratings[row.rating ?? "none"];
    });
    const [here, ...others] = [...new Set(verdicts)];
    if (here === undefined || others.length > 0) throw new Error(`"${change}" is ${verdicts.join(" and ")}`);
    return `| ${[change, redocly, here, because].join(" | ")} |`;
  });
  return ["| change | Redocly | here | because |", "|---|---|---|---|", ...lines].join("\n");
}
