/** How the notes begin that end a description in the published contracts: what is beyond the source pages, and errata. */
export const noteWords = {
  en: { beyond: "Beyond the documents:", erratum: (id: string) => `Erratum ${id}:` },
  "zh-CN": { beyond: "文档未载：", erratum: (id: string) => `勘误${id}：` },
};

/** A description without the notes at its end. */
export function withoutNotes(description: string): string {
  const notes = /(?:^|\n\n)\*\*(?:Beyond the documents:|Erratum \w+:|文档未载：|勘误\w+：)\*\*/;
  return description.slice(0, notes.exec(description)?.index);
}
