import { fieldsArgument, textArgument, textFieldsArgument } from './arguments.ts';
import type { FacadeContext } from './facade-context.ts';
import { guarded } from './guarded.ts';

/** `PropertiesService`. A value that is not a string throws; the platform would quietly make it one. */
export function createPropertiesFacade(context: FacadeContext): object {
  const { perform, permit, execution } = context;
  const open = (method: string, store: string): object => {
    permit('properties', method);
    const properties: object = guarded('Properties', {
      getProperty: (key: unknown) =>
        perform('properties', 'getProperty', store, textArgument('Properties.getProperty', key)),
      getProperties: () => ({ ...Object(perform('properties', 'getProperties', store)) }),
      getKeys: () => perform('properties', 'getKeys', store),
      setProperty: (key: unknown, value: unknown) => {
        const name = textArgument('Properties.setProperty', key);
        perform('properties', 'setProperty', store, name, textArgument('Properties.setProperty', value));
        return properties;
      },
      setProperties: (values: unknown, deleteAllOthers: unknown = false) => {
        fieldsArgument('Properties.setProperties', values);
        const texts = textFieldsArgument('Properties.setProperties', values);
        perform('properties', 'setProperties', store, texts, deleteAllOthers === true);
        return properties;
      },
      deleteProperty: (key: unknown) => {
        perform('properties', 'deleteProperty', store, textArgument('Properties.deleteProperty', key));
        return properties;
      },
      deleteAllProperties: () => {
        perform('properties', 'deleteAllProperties', store);
        return properties;
      },
    });
    return properties;
  };
  return guarded('PropertiesService', {
    getScriptProperties: () => open('getScriptProperties', 'script'),
    getUserProperties: () => open('getUserProperties', `user:${execution.user}`),
    getDocumentProperties: () =>
      context.document === 'document'
        ? open('getDocumentProperties', context.documentKey)
        : noDocument(permit),
  });
}

function noDocument(permit: FacadeContext['permit']): null {
  permit('properties', 'getDocumentProperties');
  return null;
}
