namespace GoalMetrics;

// Values of tags as members. Whole numbers, enums and the like are remembered, so that a status code is not written anew for each request.
// Safe from several threads: an entry is replaced as a whole, and a race loses one at worst.
internal sealed class TagTexts
{
    private const int Size = 256;

    private readonly Entry?[] _recent = new Entry?[Size];

    public string? Of(object? value) => value switch
    {
        null => null,
        string text => text,
        // Of these, equal values have the same text; of 1.0 and 1.00 that is not so.
        bool or byte or sbyte or short or ushort or int or uint or long or ulong or char or Enum or Guid => Remembered(value),
        _ => CellParser.Text(value),
    };

    private string Remembered(object value)
    {
        ref var slot = ref _recent[value.GetHashCode() & (Size - 1)];
        if (Volatile.Read(ref slot) is { } entry && entry.Value.Equals(value))
        {
            return entry.Text;
        }

        var text = CellParser.Text(value);
        Volatile.Write(ref slot, new(value, text));
        return text;
    }

    private sealed record Entry(object Value, string Text);
}
