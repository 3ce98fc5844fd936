import type { Simulation } from '../../definitions/simulation/simulate.ts';
import type { Text } from '../../workflows/case/calendar.ts';
export function simulationReport(_simulation: Simulation, _assumptions: readonly Text[]): string { return ''; }
