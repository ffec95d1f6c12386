export { type ClassFact, classFactsOf } from './class-facts.ts';
export { rubyOfErb } from './erb.ts';
export { type Models, modelsOf } from './models.ts';
export { readCode } from './read-code.ts';
