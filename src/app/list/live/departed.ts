import { createContext } from 'react';
import type { Departure } from './screen.ts';

/** The rows on screen that have left the list, by ID. */
export const Departed = createContext<ReadonlyMap<string, Departure>>(new Map());
