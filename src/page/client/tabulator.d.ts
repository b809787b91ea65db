/** The part of Tabulator that the page uses; the library brings no types. */
declare module 'tabulator-tables' {
  export type RowData = { readonly number: number } & Readonly<Record<string, unknown>>;

  export interface CellComponent {
    getValue(): unknown;
    getElement(): HTMLElement;
    getRow(): RowComponent;
    getField(): string;
    getColumn(): ColumnComponent;
  }

  export interface RowComponent {
    getData(): RowData;
    getElement(): HTMLElement;
    getCell(field: string): CellComponent | false;
    update(data: RowData): Promise<void>;
  }

  export interface ColumnComponent {
    getField(): string;
    getWidth(): number;
  }

  export interface RangeComponent {
    getTopEdge(): number;
    getBottomEdge(): number;
    getLeftEdge(): number;
    getRightEdge(): number;
    setBounds(start: CellComponent, end: CellComponent): void;
    remove(): void;
  }

  export interface ColumnDefinition {
    readonly title?: string;
    readonly field?: string;
    readonly width?: number;
    readonly frozen?: boolean;
    readonly headerSort?: boolean;
    readonly resizable?: boolean | 'header';
    readonly cssClass?: string;
    readonly formatter?: (cell: CellComponent) => Node;
    readonly titleFormatter?: () => Node;
  }

  export interface Options {
    readonly data: readonly RowData[];
    readonly index: string;
    readonly height: string;
    readonly rowHeight: number;
    readonly columns: readonly ColumnDefinition[];
    readonly rowHeader: ColumnDefinition;
    readonly columnDefaults: ColumnDefinition;
    readonly selectableRange: boolean;
    readonly selectableRangeColumns: boolean;
    readonly selectableRangeRows: boolean;
    readonly selectableRangeAutoFocus: boolean;
    readonly keybindings: { readonly copyToClipboard: false };
  }

  export class TabulatorFull {
    constructor(element: HTMLElement, options: Options);
    on(event: 'tableBuilt' | 'rangeAdded' | 'rangeChanged' | 'rangeRemoved', heard: () => void): void;
    on(event: 'columnResized', heard: (column: ColumnComponent) => void): void;
    on(event: 'cellDblClick', heard: (event: MouseEvent, cell: CellComponent) => void): void;
    replaceData(rows: readonly RowData[]): Promise<void>;
    updateData(rows: readonly RowData[]): Promise<void>;
    setColumns(columns: readonly ColumnDefinition[]): void;
    getRow(index: number): RowComponent | false;
    getRanges(): RangeComponent[];
    addRange(start: CellComponent, end: CellComponent): void;
    scrollToRow(row: RowComponent, position: 'nearest', always: boolean): Promise<void>;
    scrollToColumn(field: string, position: 'left', always: boolean): Promise<void>;
    redraw(force?: boolean): void;
    destroy(): void;
  }
}

declare module '*.css';
