// The example is a suite itself: importing it runs it.
import "../../examples/mock-in-vitest.test.js";
