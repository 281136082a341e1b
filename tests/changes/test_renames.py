from bidkit.changes.change import Change
from bidkit.changes.fold import Fold
from bidkit.changes.ledger import Ledger
from bidkit.changes.renames import Names
from bidkit.changes.values import Values
from bidkit.domain.bid import EMPTY
from bidkit.domain.evidence import Evidence
from tests.changes.making import Copy

# As if a program of long ago had called these otherwise.
LONG_AGO = Names(
    collections={"proof": "evidence"},
    fields={("", "about.label"): "about.title", ("evidence", "heading"): "title"},
)


def aged(change: Change) -> Change:
    """Return the change as the old program would have written it."""
    header = change.header
    kind = "proof" if header.kind == "evidence" else header.kind
    field = {"about.title": "about.label", "title": "heading"}.get(header.field, header.field)
    value = (change.value or "").replace('"title":', '"heading":')
    return Change(header._replace(kind=kind, field=field), change.salt, value)


def test_old_names_are_read_as_todays() -> None:
    ann = Copy("Ann")
    ann.set("about.title", "Hubs")
    ann.write(
        ann.bid.model_copy(update={"evidence": (Evidence(id="e1", title="S", outcomes=("o",)),)})
    )
    ann.set("evidence[e1].title", "Survey")
    ann.set("evidence[e1].outcomes", ("o", "p"))
    changes = [aged(change) for change in ann.changes.values()]
    values = Values()
    values.remember(changes)
    ledger = Ledger((change.header for change in changes), LONG_AGO)
    folded = Fold()
    folded.update(ledger, list(ledger.things), values)
    assert folded.bid == ann.bid
    plain = Fold()
    plain.update(Ledger(change.header for change in changes), [("proof", "e1")], values)
    assert plain.bid == EMPTY
    assert all(header.kind != "evidence" for header in ledger)
