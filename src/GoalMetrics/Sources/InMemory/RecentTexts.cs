namespace GoalMetrics;

// The texts met last and their codes: found by a look at the text in hand, most often the same object, without a hash of it.
internal sealed class RecentTexts
{
    // A power of two.
    private const int Size = 64;

    private readonly (string? Text, int Code)[] _entries = new (string?, int)[Size];

    // −1 for a text that is not among them.
    public int CodeOf(string text)
    {
        ref readonly var entry = ref _entries[PlaceOf(text)];
        return entry.Text == text ? entry.Code : -1;
    }

    public void Remember(string text, int code) => _entries[PlaceOf(text)] = (text, code);

    private static int PlaceOf(string text) =>
        text.Length == 0 ? 0 : unchecked((text.Length * 7) + (text[0] * 3) + (text[text.Length / 2] * 5) + text[^1]) & (Size - 1);
}
