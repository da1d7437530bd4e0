import { describe, expect, test } from "vitest";
import { findLeaks, SECRET_FILES } from "../../scripts/test-package/secrets.js";

const fake = (form: string, length: number) => form + "Fake0".repeat(length).slice(0, length);

describe("what must not be published", () => {
  test.each([
    ["a private key", "-----BEGIN RSA PRIVATE" + " KEY-----"],
    ["an access key id of AWS", `id = AKIA${"0FAKE".repeat(4).slice(0, 16)}`],
    ["an access key id of Alibaba Cloud", fake("LTAI", 20)],
    ["a token of GitHub", fake("ghp_", 36)],
    ["a token of GitHub", fake("github_pat_", 60)],
    ["a token of npm", `//registry.example/:_authToken=${fake("npm_", 36)}`],
    ["a token of Slack", fake("xoxb-", 20)],
    ["a JSON web token", `${fake("eyJ", 20)}.${fake("eyJ", 20)}.x`],
    ["a token of Keystone", fake("gAAAAA", 60)],
    ["credentials in a URL", "https://fake-user:fake-password@example.com/"],
    ["a key of Huawei Cloud or OTC", `"accessKeyId": "${"0FAKE".repeat(4)}"`],
    ["a path of somebody's machine", 'sources: ["/home/somebody/project/src/index.ts"]'],
    ["a path of somebody's machine", '"C:\\\\Users\\\\somebody"'],
  ])("%s is found", (what, text) => {
    expect(findLeaks(`first\n${text}\nlast`)).toEqual([{ what, line: 2 }]);
  });

  test("a text that the caller names is found, too", () => {
    expect(findLeaks("built in /srv/build/7", ["/srv/build/7"])).toEqual([{ what: "/srv/build/7", line: 1 }]);
  });

  test.each([
    'auth: huaweiAccessKey({ accessKeyId: "…", secretAccessKey: "…" })',
    "accessKeyId: HUAWEICLOUD_SDK_AK, secretAccessKey: HUAWEICLOUD_SDK_SK",
    "https://iam.eu-de.otc.t-systems.com/v3/auth/tokens",
    "http://127.0.0.1:8080/v1.0/{project_id}",
    "`http://$" + "{user}:$" + "{password}@host`",
    "/v2/{project_id}/instances/{instance_id}/backups",
    "4631832a-14c6-45b0-a0b3-3abd8f591ad1",
  ])("%s may be published", (text) => {
    expect(findLeaks(text)).toEqual([]);
  });

  test.each([".env", "dist/.env.local", ".npmrc", "clouds.yaml", "spec/id_rsa", "server.pem"])(
    "the file %s must not be published",
    (file) => {
      expect(file).toMatch(SECRET_FILES);
    },
  );

  test.each(["dist/node.js", "spec/lint/redocly.yaml", "dist/id.js", "dist/environment.d.ts"])(
    "the file %s may be published",
    (file) => {
      expect(file).not.toMatch(SECRET_FILES);
    },
  );
});
