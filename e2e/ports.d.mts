export declare const APP_PORT: number;
export declare const EMULATOR_PORT: number;
export declare const GATE_PORT: number;
export declare const TOKEN: string;
