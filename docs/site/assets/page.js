// What every page of the site does: buttons that copy code, the way to the search by keyboard, and a language switch
// that keeps the place.
(() => {
  const chinese = document.documentElement.lang === "zh-CN";
  const words = chinese ? { copy: "复制", copied: "已复制" } : { copy: "Copy", copied: "Copied" };

  function addCopyButton(block) {
    const frame = document.createElement("div");
    frame.className = "code";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = words.copy;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(
        (block.querySelector("code") ?? block).textContent.replace(/\n$/, ""),
      );
      button.textContent = words.copied;
      setTimeout(() => {
        button.textContent = words.copy;
      }, 2000);
    });
    block.replaceWith(frame);
    frame.append(block, button);
  }

  for (const block of document.querySelectorAll("main pre")) addCopyButton(block);

  // On a narrow screen the list of sections would push the text off the screen.
  if (matchMedia("(max-width: 56rem)").matches) {
    for (const list of document.querySelectorAll(".toc details")) list.open = false;
  }

  const find = document.querySelector(".find input, #q");
  addEventListener(
    "keydown",
    (event) => {
      const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? "");
      const wanted =
        (event.key === "k" && (event.ctrlKey || event.metaKey)) || (event.key === "/" && !typing);
      if (!wanted || find === null) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      find.focus();
    },
    true,
  );

  const language = document.querySelector(".site-header .language[data-twin]");
  language?.addEventListener("click", () => {
    language.hash = location.hash;
    language.search = location.search;
  });
})();
