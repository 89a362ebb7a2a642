export declare function shippedPackages(root: string): readonly string[];
