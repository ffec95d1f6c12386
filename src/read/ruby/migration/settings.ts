import { CallNode, FalseNode, type Node } from '@ruby/prism/src/nodes.js';
import { childNodesOf } from '../child-nodes.ts';
import { argumentsOf } from '../evaluate/class-environment.ts';
import type { ProjectCode } from './project-code.ts';

/** How the project names its tables. */
export interface NamingSettings {
  readonly pluralizesTableNames: boolean;
}

/** Files that set what Active Record goes by, in the order in which Rails loads them. */
const SETTINGS: readonly string[] = [
  'config/application.rb',
  'config/environments/production.rb',
  'config/initializers/active_record.rb',
];

/** What the project's configuration says of names. */
export function readSettings(project: ProjectCode): NamingSettings {
  const off = SETTINGS.some((path) => {
    const source = project.source(path);
    return source !== null && turnsOff(source.program, 'pluralize_table_names=');
  });
  return { pluralizesTableNames: !off };
}

/** `config.active_record.pluralize_table_names = false`. */
function turnsOff(node: Node, setter: string): boolean {
  if (node instanceof CallNode && node.name === setter) {
    return argumentsOf(node)[0] instanceof FalseNode;
  }
  return childNodesOf(node).some((child) => turnsOff(child, setter));
}
