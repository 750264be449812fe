using NodaTime;

namespace GoalMetrics.Tests.Calendars;

/// <summary>Events that move in the calendar, and how far.</summary>
public sealed class CalendarEventTests
{
    private static readonly ReportingCalendar Utc = ReportingCalendar.Utc;

    // Easter Sundays of the US Naval Observatory's "The Date of Easter" and of J. Meeus, Astronomical Algorithms, chapter 8, with the
    // earliest and the latest possible one; Black Fridays by the printed calendars of those years.
    [Theory]
    [InlineData(1818, 3, 22)]
    [InlineData(1943, 4, 25)]
    [InlineData(1954, 4, 18)]
    [InlineData(1961, 4, 2)]
    [InlineData(1991, 3, 31)]
    [InlineData(1992, 4, 19)]
    [InlineData(2000, 4, 23)]
    [InlineData(2008, 3, 23)]
    [InlineData(2011, 4, 24)]
    [InlineData(2019, 4, 21)]
    [InlineData(2024, 3, 31)]
    [InlineData(2025, 4, 20)]
    [InlineData(2026, 4, 5)]
    [InlineData(2038, 4, 25)]
    public void Easter_Year_IsOnThePublishedDay(int year, int month, int day) =>
        CalendarEvent.Easter.DaysIn(year).Should().Equal(new LocalDate(year, month, day));

    [Theory]
    [InlineData(2018, 23)]
    [InlineData(2019, 29)]
    [InlineData(2023, 24)]
    [InlineData(2024, 29)]
    [InlineData(2025, 28)]
    [InlineData(2026, 27)]
    public void BlackFriday_Year_IsTheDayAfterThanksgiving(int year, int day) =>
        CalendarEvent.BlackFriday.DaysIn(year).Should().Equal(new LocalDate(year, 11, day));

    [Fact] // 5 April 2026 is 350 days after 20 April 2025.
    public void DaysSinceTheOneBefore_RangeAroundTheEvent_AreBetweenBoth()
    {
        DaysBefore(CalendarEvent.Easter, new(2026, 3, 30), new(2026, 4, 7)).Should().Be(350);
        DaysBefore(CalendarEvent.Easter, new(2026, 4, 6), new(2026, 4, 13)).Should().Be(350); // the week after it
        DaysBefore(CalendarEvent.Easter, new(2026, 1, 1), new(2027, 1, 1)).Should().Be(350);
        DaysBefore(CalendarEvent.Easter, new(2025, 12, 1), new(2025, 12, 2)).Should().Be(350); // the nearest one is that of 2026
    }

    [Fact]
    public void DaysSinceTheOneBefore_OwnDays_AreTheUsers()
    {
        var sale = new CalendarEvent("summer-sale", [new(2026, 6, 12), new(2024, 6, 20), new(2025, 6, 27)]);

        sale.DaysIn(2025).Should().Equal(new LocalDate(2025, 6, 27));
        sale.DaysIn(2023).Should().BeEmpty();
        DaysBefore(sale, new(2026, 6, 12), new(2026, 6, 26)).Should().Be(350);
        DaysBefore(sale, new(2024, 6, 20), new(2024, 6, 21)).Should().BeNull("there is none before it");
        DaysBefore(sale, new(2027, 6, 1), new(2027, 7, 1)).Should().BeNull("none is nearer than half a year");
    }

    [Fact]
    public void DaysSinceTheOneBefore_SeveralInTheRange_IsRefused() =>
        FluentActions.Invoking(() => DaysBefore(CalendarEvent.Easter, new(2025, 1, 1), new(2027, 1, 1)))
            .Should().Throw<ArgumentException>().WithMessage(
                "2025-01-01/2027-01-01 holds 2 times 'easter', and can be compared with one only. Ask about each of them by itself.");

    [Fact]
    public void New_WithoutDays_IsRefused() =>
        FluentActions.Invoking(() => new CalendarEvent("sale", [])).Should().Throw<ArgumentException>().WithMessage(
            "Event 'sale' has no days: expected the day of each time that it takes place.*");

    [Fact]
    public void New_OneDayTwice_IsRefused() =>
        FluentActions.Invoking(() => new CalendarEvent("sale", [new(2026, 6, 12), new(2026, 6, 12)])).Should().Throw<ArgumentException>()
            .WithMessage("Event 'sale' has 2026-06-12 twice: expected each day once.*");

    [Fact]
    public void New_IdWithASpace_IsRefused() =>
        FluentActions.Invoking(() => new CalendarEvent("summer sale", [new(2026, 6, 12)])).Should().Throw<ArgumentException>();

    [Fact]
    public void New_NoListOfDays_IsRefused() =>
        FluentActions.Invoking(() => new CalendarEvent("sale", null!)).Should().Throw<ArgumentNullException>();

    [Fact]
    public void Equals_SameNameAndDays_IsTrue()
    {
        new CalendarEvent("sale", [new(2026, 6, 12)]).Should().Be(new CalendarEvent("sale", [new(2026, 6, 12)]));
        new CalendarEvent("sale", [new(2026, 6, 12)]).Should().NotBe(new CalendarEvent("sale", [new(2026, 6, 13)]));
        CalendarEvent.Easter.Should().NotBe(CalendarEvent.BlackFriday);
        CalendarEvent.Easter.Titled("Ostern").Should().Be(CalendarEvent.Easter);
    }

    private static int? DaysBefore(CalendarEvent each, LocalDate from, LocalDate until) =>
        each.DaysSinceTheOneBefore(Utc.Range(from, until));
}
