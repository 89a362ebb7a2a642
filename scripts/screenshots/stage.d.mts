export type Stage = { readonly close: () => void };
export declare function openStage(): Promise<Stage>;
