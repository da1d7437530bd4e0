/** How the notes begin that end a description in the published contracts: what is beyond the source pages, and errata. */
export const noteWords = {
  en: {
    beyond: "Not on a source page:",
    example: "No source page has this example. It has the documented form, with values that are made up.",
    erratum: (id: string) => `Erratum ${id}:`,
  },
  "zh-CN": {
    beyond: "文档未载：",
    example: "文档中没有该示例；其结构与文档一致，取值为虚构。",
    erratum: (id: string) => `勘误${id}：`,
  },
};

/** A description without the notes at its end. */
export function withoutNotes(description: string): string {
  const notes = /(?:^|\n\n)\*\*(?:Not on a source page:|Erratum \w+:|文档未载：|勘误\w+：)\*\*/;
  return description.slice(0, notes.exec(description)?.index);
}
