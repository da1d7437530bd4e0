/** Words that mean the same to somebody who searches. The first words of a row are those of these pages. */
const SYNONYMS: readonly (readonly string[])[] = [
  ["paging", "pages", "pagination", "paginate", "分页", "翻页"],
  ["throttling", "throttled", "429", "ratelimit", "limits", "限流", "流控", "频率"],
  ["command", "commands", "cli", "terminal", "命令", "命令行"],
  ["clock", "clocks", "skew", "timestamp", "时钟"],
  ["signature", "signed", "sign", "签名"],
  ["breaking", "incompatible", "diff"],
  ["备份"],
  ["audit", "审计"],
  ["failed", "failure", "fails", "失败"],
  ["missing", "missed", "缺失", "漏掉"],
  ["expired", "expiry", "过期"],
  ["install", "installation", "setup", "安装"],
  ["instance", "instances", "实例"],
  ["webhook", "webhooks", "notify", "notification", "notifications", "slack", "email", "mail", "通知"],
  ["alerts", "alert", "alerting", "告警"],
  ["containers", "container", "docker", "kubernetes", "helm", "容器"],
  ["format", "formats", "output", "格式", "输出"],
  ["credentials", "authentication", "auth", "login", "password", "apikey", "认证", "凭证", "密钥"],
  ["token", "令牌"],
  ["retries", "retry", "backoff", "重试"],
  ["errors", "error", "exception", "错误", "报错"],
  ["timeout", "timed_out", "超时"],
  ["mock", "simulator", "fake", "stub", "sandbox", "模拟"],
  ["region", "regions", "endpoint", "区域", "地域"],
  ["permission", "permissions", "iam", "role", "policy", "forbidden", "403", "权限"],
  ["schedule", "cron", "due", "定时", "计划", "策略"],
  ["restore", "restoration", "recovery", "恢复"],
  ["metrics", "prometheus", "exporter", "grafana", "monitoring", "监控"],
  ["queue", "redis", "bullmq", "worker", "workers"],
  ["proxy", "https_proxy", "http_proxy", "代理"],
  ["bigint", "int64", "integer", "numbers"],
  ["time", "timezone", "zone", "utc", "时区", "时间"],
  ["huawei", "huaweicloud", "华为云", "华为"],
  ["otc", "telekom", "open-telekom-cloud"],
  ["alibaba", "aliyun", "阿里云"],
];

const alike = new Map<string, readonly string[]>();
for (const row of SYNONYMS) for (const word of row) alike.set(word, [...(alike.get(word) ?? []), ...row]);

/** Other words for a word; empty if there are none. */
export function synonymsOf(word: string): readonly string[] {
  return (alike.get(word) ?? []).filter((other) => other !== word);
}

/** Words that say nothing about what is wanted. */
const STOP_WORDS = new Set(
  "没有 如何 怎么 a an and are as at be by can do does for from get how i if in is it my of on or the this to use using what when where which why with".split(
    " ",
  ),
);

/** The Chinese words of the table, the longest first. */
const chineseWords = [...alike.keys(), ...STOP_WORDS]
  .filter((word) => /^\p{Script=Han}+$/u.test(word))
  .sort((one, other) => other.length - one.length);

/** Splits a Chinese run of known words into them: `签名错误` has no space between its two. */
function knownWords(run: string): string[] {
  const found: string[] = [];
  let rest = run;
  while (rest !== "") {
    const word = chineseWords.find((one) => rest.startsWith(one));
    if (word === undefined) return [run];
    found.push(word);
    rest = rest.slice(word.length);
  }
  return found;
}

const CJK = /[\p{Script=Han}]+/gu;

/** The words of a query or of a text, each with the forms under which it is found. */
export interface Word {
  /** As it is written, in lower case. */
  readonly whole: string;
  /** Its parts, e.g. of `listBackupRecords`, `https_proxy` and `dcs.08.0002`; pairs of signs if it is Chinese. */
  readonly parts: readonly string[];
  /** A code without leading zeros, e.g. `dcs.8.2`. */
  readonly loose: string;
}

/** Splits a text into words. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const [run] of text.matchAll(CJK)) words.push({ whole: run, parts: pairs(run), loose: run });
  for (const [run] of text.replaceAll(CJK, " ").matchAll(/[\p{L}\p{N}]+(?:[._-]+[\p{L}\p{N}]+)*/gu)) {
    const whole = run.toLowerCase();
    const parts = run
      .replaceAll(/([\p{Ll}\p{N}])(?=\p{Lu})|(\p{Lu})(?=\p{Lu}\p{Ll})/gu, "$1$2 ")
      .toLowerCase()
      .split(/[\s._-]+/);
    words.push({ whole, parts: parts.length > 1 ? parts : [], loose: loosely(whole) });
  }
  return words;
}

/** The words of a query that matter: without those that every sentence has, unless it has no others. */
export function wantedWords(query: string): Word[] {
  const words = wordsOf(query.replaceAll(CJK, (run) => knownWords(run).join(" ")));
  const telling = words.filter(({ whole }) => !STOP_WORDS.has(whole));
  return telling.length > 0 ? telling : words;
}

function pairs(run: string): string[] {
  const signs = [...run];
  return signs.length < 3 ? [] : signs.slice(1).map((sign, at) => `${signs[at]}${sign}`);
}

function loosely(code: string): string {
  return /\d/.test(code) ? code.replaceAll(/(?<!\d)0+(?=\d)/g, "").replaceAll(/[._-]+/g, ".") : code;
}
