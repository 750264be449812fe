using System.Globalization;

namespace GoalMetrics;

// Takes a short text apart from left to right. What does not fit is left where it stands.
internal ref struct CellScanner(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> _rest = text;

    public readonly bool IsAtEnd => _rest.IsEmpty;

    public readonly ReadOnlySpan<char> Rest => _rest;

    public bool SkipBlanks()
    {
        var before = _rest.Length;
        _rest = _rest.TrimStart();
        return _rest.Length < before;
    }

    public bool Take(char letter)
    {
        if (_rest.IsEmpty || _rest[0] != letter)
        {
            return false;
        }

        _rest = _rest[1..];
        return true;
    }

    public bool TakeAnyOf(scoped ReadOnlySpan<char> letters, out char taken)
    {
        taken = _rest.IsEmpty ? '\0' : _rest[0];
        if (_rest.IsEmpty || !letters.Contains(taken))
        {
            return false;
        }

        _rest = _rest[1..];
        return true;
    }

    public bool TakeWord(string word)
    {
        if (word.Length == 0 || !_rest.StartsWith(word, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        _rest = _rest[word.Length..];
        return true;
    }

    // A run of ASCII digits, whole: a longer one is not taken.
    public bool TakeNumber(int mostDigits, out int number, out int digits)
    {
        digits = _rest.IndexOfAnyExceptInRange('0', '9');
        if (digits < 0)
        {
            digits = _rest.Length;
        }

        number = 0;
        if (digits == 0 || digits > mostDigits)
        {
            return false;
        }

        number = int.Parse(_rest[..digits], NumberStyles.None, CultureInfo.InvariantCulture);
        _rest = _rest[digits..];
        return true;
    }
}
