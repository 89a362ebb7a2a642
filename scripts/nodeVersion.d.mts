export declare function nodeFault(version: string, range: string): string | null;
