using System.Runtime.CompilerServices;

namespace GoalMetrics;

// The texts met last and their codes: found by a look at the text in hand, most often the same object, without a hash of all of it.
internal sealed class RecentTexts
{
    // How many bits of the look choose the place.
    private const int Bits = 6;

    private readonly Place[] _places = new Place[1 << Bits];

    // −1 for a text that is not among them.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int CodeOf(string text)
    {
        ref readonly var place = ref _places[IndexOf(text)];
        return ReferenceEquals(place.Last, text) ? place.LastCode
            : ReferenceEquals(place.Before, text) ? place.BeforeCode
            : CodeOfEqual(in place, text);
    }

    // Two texts that look alike find room side by side.
    public void Remember(string text, int code)
    {
        ref var place = ref _places[IndexOf(text)];
        place = new() { Last = text, LastCode = code, Before = place.Last, BeforeCode = place.LastCode };
    }

    private static int CodeOfEqual(in Place place, string text) =>
        place.Last == text ? place.LastCode
        : place.Before == text ? place.BeforeCode
        : -1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int IndexOf(string text)
    {
        const uint Spread = 0x9E37_79B1;
        var length = (uint)text.Length;
        return length == 0 ? 0 : unchecked((int)(((((length * 31) + text[0]) * 31) + (text[(int)(length >> 1)] * 7u) + text[(int)length - 1]) * Spread >> (32 - Bits)));
    }

    private struct Place
    {
        public string? Last;
        public string? Before;
        public int LastCode;
        public int BeforeCode;
    }
}
