"""The order of the Tab key: as things stand on screen, also for those that were built late."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QRadioButton, QScrollArea, QWidget


def tab_stops(root: QWidget) -> list[QWidget]:
    """Return what takes the keyboard by Tab inside a widget, in the order of its layouts.

    Qt's own chain is the order of creation, which puts a part built late behind all others.
    """
    return [widget for widget in _inside(root) if _stops(widget)]


def step_focus(root: QWidget, *, forward: bool) -> bool:
    """Give the keyboard to the next stop inside a widget, round and round; tell whether any is."""
    stops = tab_stops(root)
    if not stops:
        return False
    here = _standing(stops, QApplication.focusWidget(), forward=forward)
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    target = stops[(here + (1 if forward else -1)) % len(stops)]
    target.setFocus(reason)
    _bring_into_sight(target)
    return True


def focus_first(widget: QWidget) -> None:
    """Give the keyboard to the first widget inside another that takes it by Tab."""
    for stop in tab_stops(widget)[:1]:
        stop.setFocus(Qt.FocusReason.TabFocusReason)


def _standing(stops: list[QWidget], now: QWidget | None, *, forward: bool) -> int:
    while now is not None:
        if now in stops:
            return stops.index(now)
        inside = [number for number, stop in enumerate(stops) if now.isAncestorOf(stop)]
        if inside:
            return inside[0] - 1 if forward else inside[-1] + 1
        now = now.parentWidget()
    return -1 if forward else 0


def _inside(widget: QWidget) -> Iterator[QWidget]:
    laid = list(_laid_out(widget.layout()))
    loose = [
        child
        for child in widget.children()
        if isinstance(child, QWidget) and child not in laid and not child.isWindow()
    ]
    for child in (*laid, *loose):
        yield child
        yield from _inside(child)


def _laid_out(layout: QLayout | None) -> Iterator[QWidget]:
    if layout is None:
        return
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item is None:
            continue
        widget = item.widget()
        if widget is not None:
            yield widget
        else:
            yield from _laid_out(item.layout())


def _stops(widget: QWidget) -> bool:
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    if not takes or not widget.isVisible() or not widget.isEnabled():
        return False
    if widget.focusProxy() is not None:
        return False
    if isinstance(widget, QScrollArea):
        inner = widget.widget()
        return inner is None or not tab_stops(inner)
    return not (isinstance(widget, QRadioButton) and _another_is_checked(widget))


def _another_is_checked(button: QRadioButton) -> bool:
    if button.isChecked():
        return False
    group, parent = button.group(), button.parentWidget()
    if group is not None:
        return group.checkedButton() is not None
    return parent is not None and any(
        other.isChecked()
        for other in parent.children()
        if isinstance(other, QRadioButton) and other.group() is None
    )


def _bring_into_sight(widget: QWidget) -> None:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()
