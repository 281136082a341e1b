"""An award notice: who won, when, for how much, and until when the decision stands still."""

from __future__ import annotations

from bidkit.domain.bid import Bid
from bidkit.domain.refs import ref
from bidkit.importers.draft import Draft
from bidkit.importers.notice.identity import stage_of
from bidkit.importers.notice.moments import day_of
from bidkit.importers.notice.source import Source
from bidkit.importers.notice.terms import amount_of
from bidkit.words import tr

MOST_NAMED = 5


def read_award(release: Source, draft: Draft) -> None:
    """Propose what an award notice says of the decision, and who holds the contract now."""
    awards = release.each("awards")
    if stage_of(release) != "award" or not awards:
        return
    names = list(
        dict.fromkeys(
            supplier.line("name") for award in awards for supplier in award.each("suppliers")
        )
    )
    label = tr("The award")
    winner = ", ".join(name for name in names if name) if len(names) <= MOST_NAMED else ""
    draft.field(ref(Bid, lambda b: b.after.winner), winner, label, "awards.suppliers")
    if len(awards) == 1:
        net, _ = amount_of(awards[0], "value")
        draft.field(ref(Bid, lambda b: b.after.winner_price), net, label, "awards.value")
    dates = [day for award in awards if (day := day_of(award.raw("date")))]
    decided = max(dates, default=None)
    draft.field(ref(Bid, lambda b: b.after.decided_on), decided, label, "awards.date")
    published = day_of(awards[0].raw("datePublished")) or day_of(release.raw("date"))
    draft.field(ref(Bid, lambda b: b.after.award_notice_on), published, label, "date")
    ends = [day for a in awards if (day := day_of(a.raw("standstillPeriod", "endDate")))]
    standstill = max(ends, default=None)
    draft.field(ref(Bid, lambda b: b.after.standstill_ends_on), standstill, tr("Standstill"))
    holder = winner or tr("{n} suppliers", n=len(names))
    draft.guess(
        ref(Bid, lambda b: b.opportunity.incumbent),
        holder if names else "",
        tr("Who holds it now"),
        tr("Those who won will hold the contract when it is let again."),
    )
    draft.caution(
        tr("This is an award notice: the contract has gone to {holder}.", holder=holder),
        tr("It can no longer be bid for; it helps to prepare for the next time."),
    )
