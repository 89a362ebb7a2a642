export declare const APP_PORT: number;
export declare const EMULATOR_PORT: number;
export declare const GATE_PORT: number;
export declare const TOKEN: string;
export declare const TOKEN_FILE: string;
export declare const ORDERS: string;
export declare const TEAM_PORT: number;
export declare const ACCESS_KEY: string;
