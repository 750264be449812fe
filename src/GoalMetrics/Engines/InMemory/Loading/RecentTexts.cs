using System.Runtime.CompilerServices;

namespace GoalMetrics;

// The texts met last and their codes: found by a look at the text in hand, most often the same object, without a hash of all of it.
internal sealed class RecentTexts
{
    // How many bits of the look choose the place.
    private const int Bits = 6;

    private readonly Place[] _places = new Place[1 << Bits];

    // −1 for a text that is not among them.
    public int CodeOf(string text)
    {
        ref readonly var place = ref _places[IndexOf(text)];
        return place.Last == text ? place.LastCode : place.Before == text ? place.BeforeCode : -1;
    }

    // −1 for an object that is not among them, though its text may be.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int CodeOfSame(string text)
    {
        ref readonly var place = ref _places[IndexOf(text)];
        return ReferenceEquals(place.Last, text) ? place.LastCode : ReferenceEquals(place.Before, text) ? place.BeforeCode : -1;
    }

    // Two texts that look alike find room side by side.
    public void Remember(string text, int code)
    {
        ref var place = ref _places[IndexOf(text)];
        place = new() { Last = text, LastCode = code, Before = place.Last, BeforeCode = place.LastCode };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int IndexOf(string text)
    {
        const uint Spread = 0x9E37_79B1;
        var letters = text.AsSpan();
        return letters.IsEmpty ? 0 : unchecked((int)(((uint)letters.Length + (letters[0] * 31u) + (letters[letters.Length >> 1] * 17u) + (letters[^1] * 7u)) * Spread >> (32 - Bits)));
    }

    private struct Place
    {
        public string? Last;
        public string? Before;
        public int LastCode;
        public int BeforeCode;
    }
}
