namespace GoalMetrics;

// The most recent texts and their codes. They are found by length and three letters, most often as the same object, without hashing the
// whole text.
internal sealed class RecentTexts
{
    // How many bits of the short hash choose the place.
    private const int Bits = 6;

    private readonly Place[] _places = new Place[1 << Bits];

    // −1 for a text that is not among them.
    public int CodeOf(string text)
    {
        ref readonly var place = ref _places[IndexOf(text)];
        if (place.Last == text)
        {
            return place.LastCode;
        }

        if (place.Before == text)
        {
            return place.BeforeCode;
        }

        return -1;
    }

    // −1 for an object that is not among them, even if its text is.
    public int CodeOfSame(string text)
    {
        ref readonly var place = ref _places[IndexOf(text)];
        if (ReferenceEquals(place.Last, text))
        {
            return place.LastCode;
        }

        if (ReferenceEquals(place.Before, text))
        {
            return place.BeforeCode;
        }

        return -1;
    }

    // A place has room for two texts that share a short hash.
    public void Remember(string text, int code)
    {
        ref var place = ref _places[IndexOf(text)];
        place = new() { Last = text, LastCode = code, Before = place.Last, BeforeCode = place.LastCode };
    }

    private static int IndexOf(string text)
    {
        const uint Spread = 0x9E37_79B1;
        var letters = text.AsSpan();
        if (letters.IsEmpty)
        {
            return 0;
        }

        unchecked
        {
            var hash = (uint)letters.Length + (letters[0] * 31u) + (letters[letters.Length >> 1] * 17u) + (letters[^1] * 7u);
            return (int)(hash * Spread >> (32 - Bits));
        }
    }

    private struct Place
    {
        public string? Last;
        public string? Before;
        public int LastCode;
        public int BeforeCode;
    }
}
