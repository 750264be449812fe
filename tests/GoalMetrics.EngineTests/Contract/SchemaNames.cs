namespace EngineTests.Contract;

// The names of a table's dimensions and columns, in order.
internal static class SchemaNames
{
    public static List<string> DimensionNames(this TableSchema schema) => [.. schema.Dimensions.Select(dimension => dimension.Name)];

    public static List<string> ColumnNames(this TableSchema schema) => [.. schema.Columns.Select(column => column.Name)];
}
