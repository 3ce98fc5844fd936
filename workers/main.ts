import { runAsProgram } from './program.ts';

await runAsProgram({ simulation: process.argv.includes('--simulation') });
