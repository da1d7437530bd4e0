import { defineConfig } from "tsdown";

/** Entry points of the package; the keys are the names of the files in `dist`. */
const entry = {
  index: "src/index.ts",
  dcs: "src/dcs/index.ts",
  vbs: "src/vbs/index.ts",
  starrocks: "src/starrocks/index.ts",
  auth: "src/auth/index.ts",
  validate: "src/validate/index.ts",
};

export default defineConfig({
  entry,
  format: "esm",
  target: "es2022",
  platform: "neutral",
  dts: true,
  sourcemap: true,
  clean: true,
  fixedExtension: false,
});
