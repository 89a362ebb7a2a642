export declare const ADVICE: string;
export declare function findBrowser(): Promise<string | null>;
export declare function requireBrowser(): Promise<string>;
export declare const LAUNCH_FLAGS: string[];
