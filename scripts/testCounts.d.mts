/** How many tests passed, failed and were not run. */
export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number };

type VitestReport = {
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
};
type PlaywrightReport = {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
  readonly errors: readonly unknown[];
};

export declare function countVitest(report: VitestReport): Counts;
export declare function countPlaywright(report: PlaywrightReport): Counts;
