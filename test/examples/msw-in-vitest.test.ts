// The example is a suite itself: importing it runs it.
import "../../examples/msw-in-vitest.test.js";
