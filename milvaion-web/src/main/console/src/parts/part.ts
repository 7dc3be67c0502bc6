import { LitElement } from 'lit';

/**
 * What every element of the console is: drawn into the page itself, so that one sheet of styles, labels and links by
 * id hold for all of it. Styles of single elements are set as properties (`.style=${…}`): the policy of the page
 * forbids the attribute.
 */
export abstract class Part extends LitElement {
  protected override createRenderRoot(): this {
    return this;
  }
}
