import type { Check } from "./check.js";
import { browser } from "./checks/browser.js";
import { command } from "./checks/command.js";
import { contents } from "./checks/contents.js";
import { clones } from "./checks/development.js";
import { exportedNames } from "./checks/exports.js";
import { byGenerators } from "./checks/generators.js";
import { jest } from "./checks/jest.js";
import { attwClean, publintClean } from "./checks/linters.js";
import { manifest } from "./checks/manifest.js";
import { notices } from "./checks/notices.js";
import { peers } from "./checks/peers.js";
import { programs } from "./checks/programs.js";
import { byRenderers } from "./checks/renderers.js";
import { onRuntimes } from "./checks/runtimes.js";
import { sizes } from "./checks/size.js";
import { types } from "./checks/types.js";
import { byValidators } from "./checks/validators.js";

/** Every check, the fast ones first. */
export const checks: readonly Check[] = [
  manifest,
  contents,
  notices,
  exportedNames,
  publintClean,
  attwClean,
  ...sizes,
  ...types,
  ...onRuntimes,
  browser,
  programs,
  ...peers,
  jest,
  command,
  ...byValidators,
  ...byGenerators,
  ...byRenderers,
  ...clones,
];
