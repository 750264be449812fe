using System.Collections.Frozen;
using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>
/// A currency of ISO 4217: its code and how many decimals its amounts are shown with. Immutable; one instance per code.
/// </summary>
/// <remarks>Source: ISO 4217, list one (active codes), without precious metals and testing codes; HRK and BGN, withdrawn
/// when their countries took the euro, are kept for figures of earlier years.</remarks>
[JsonConverter(typeof(CurrencyConverter))]
public sealed class Currency
{
    private static readonly FrozenDictionary<string, Currency> ByCode = Table();

    private Currency(string code, int minorDigits)
    {
        Code = code;
        MinorDigits = minorDigits;
        Unit = Unit.Money(this);
    }

    /// <summary>The three-letter code, such as <c>DKK</c>.</summary>
    public string Code { get; }

    /// <summary>The number of decimals amounts are shown with: 2 for DKK, 0 for JPY, 3 for KWD.</summary>
    public int MinorDigits { get; }

    /// <summary>The unit of amounts in this currency.</summary>
    public Unit Unit { get; }

    /// <summary>The currency with the given code.</summary>
    /// <param name="code">Three capital letters.</param>
    /// <exception cref="ArgumentException">The code is not in ISO 4217; the message names the nearest codes.</exception>
    public static Currency Of(string code) => Of(code, nameof(code));

    // The one whose code a caller gave under another name.
    internal static Currency Of(string code, string parameter)
    {
        ArgumentNullException.ThrowIfNull(code, parameter);
        if (ByCode.TryGetValue(code, out var currency))
        {
            return currency;
        }

        throw new ArgumentException(
            $"Unknown currency {Shown.Quote(code)}: expected an ISO 4217 code in capital letters, such as DKK or EUR."
            + Nearest.Hint(code.ToUpperInvariant(), ByCode.Keys),
            parameter);
    }

    /// <summary>The code.</summary>
    public override string ToString() => Code;

    internal static IEnumerable<string> Codes => ByCode.Keys;

    internal static Currency? Find(string code) => ByCode.GetValueOrDefault(code);

    private static FrozenDictionary<string, Currency> Table()
    {
        const string noDecimals = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
        const string threeDecimals = "BHD IQD JOD KWD LYD OMR TND";
        const string fourDecimals = "CLF UYW";
        const string twoDecimals =
            "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP "
            + "COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IRR "
            + "JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO "
            + "NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS "
            + "TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG";

        return Parse(noDecimals, 0).Concat(Parse(twoDecimals, 2)).Concat(Parse(threeDecimals, 3)).Concat(Parse(fourDecimals, 4))
            .ToFrozenDictionary(currency => currency.Code, StringComparer.Ordinal);

        static IEnumerable<Currency> Parse(string codes, int digits) => codes.Split(' ').Select(code => new Currency(code, digits));
    }
}
