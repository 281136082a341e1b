"""Who answers to whom: boxes from the top where the width allows, an indented list where not."""

from __future__ import annotations

from dataclasses import dataclass

from bidkit.drawing.metrics import Frame
from bidkit.drawing.primitives import DataTable, Line, Picture, Rect, Role, Text
from bidkit.drawing.sketch import Sketch
from bidkit.drawing.telling import nothing, told
from bidkit.words import tr

DEEPEST = 30
"""Roles below so many others stand at the top again, so that a chart keeps a shape."""

NARROWEST = 9.0
"""The narrowest box in text sizes before the chart becomes a list."""


@dataclass(frozen=True, slots=True)
class Post:
    """One role, who holds it or how many hours it has, and the key of the role it answers to."""

    key: str
    name: str
    detail: str = ""
    above: str = ""


@dataclass(frozen=True, slots=True)
class OrgChart:
    """Roles in any order; one whose superior is not here, or is below itself, stands at the top."""

    title: str
    posts: tuple[Post, ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """A role with those that answer to it."""

    post: Post
    below: tuple[Branch, ...]

    @property
    def leaves(self) -> int:
        """How many roles stand side by side at the foot."""
        return sum(one.leaves for one in self.below) or 1


def draw_org_chart(chart: OrgChart, frame: Frame) -> Picture:
    """Lay out the roles as a tree, or as an indented list where a tree would be too wide."""
    header = (tr("Role"), tr("Who"), tr("Answers to"))
    if not chart.posts:
        return nothing(chart.title, frame, header)
    sketch = Sketch(frame)
    y = sketch.title(chart.title)
    roots = branches(chart.posts)
    width = (frame.room - 1) / sum(root.leaves for root in roots)
    if width >= (NARROWEST + 1) * frame.size:
        end = y
        x = 0.5
        for root in roots:
            end = max(end, _draw_tree(sketch, root, x, y, width))
            x += root.leaves * width
    else:
        step = min(2.0 * frame.size, frame.room * 0.4 / _depth(roots))
        end = y
        for root in roots:
            end = _draw_list(sketch, root, 0.5, end, step)
    names = {post.key: post.name for post in chart.posts}
    rows = tuple((one.name, one.detail, names.get(one.above, "")) for one in chart.posts)
    return sketch.finished(end + 1, _alt(chart, names), DataTable(header, rows))


def branches(posts: tuple[Post, ...]) -> tuple[Branch, ...]:
    """Return the roles as trees, in the order given; a circle is opened at its first role."""
    above = _superiors(posts)
    below: dict[int | None, list[int]] = {}
    for place, superior in enumerate(above):
        below.setdefault(superior, []).append(place)
    grown: dict[int, Branch] = {}
    for place in sorted(range(len(posts)), key=lambda one: -len(_line_up(one, above))):
        grown[place] = Branch(posts[place], tuple(grown[one] for one in below.get(place, ())))
    return tuple(grown[root] for root in below.get(None, ()))


def _superiors(posts: tuple[Post, ...]) -> list[int | None]:
    """Return the place of each role's superior, None at the top; circles and depths are cut."""
    first: dict[str, int] = {}
    for place, post in enumerate(posts):
        if post.key:
            first.setdefault(post.key, place)
    above: list[int | None] = [first.get(post.above) for post in posts]
    for place in range(len(posts)):
        if place in _line_up(place, above):
            above[place] = None
    for place in range(len(posts)):
        if len(_line_up(place, above)) > DEEPEST:
            above[place] = None
    return above


def _line_up(place: int, above: list[int | None]) -> list[int]:
    """Return the roles above one, upwards, each once."""
    line: list[int] = []
    superior = above[place]
    while superior is not None and superior not in line:
        line.append(superior)
        superior = above[superior]
    return line


def _depth(roots: tuple[Branch, ...]) -> int:
    depth, level = 0, list(roots)
    while level:
        depth += 1
        level = [one for branch in level for one in branch.below]
    return depth


def _draw_tree(sketch: Sketch, branch: Branch, x: float, y: float, width: float) -> float:
    frame = sketch.frame
    middle = x + branch.leaves * width / 2
    box_width = min(branch.leaves * width - frame.size, 18 * frame.size)
    foot = y + _draw_post(sketch, branch.post, middle - box_width / 2, y, box_width)
    if not branch.below:
        return foot
    bend, head = foot + frame.size * 0.8, foot + frame.size * 1.6
    sketch.add(Line(middle, foot, middle, bend, Role.OUTLINE))
    end, left = head, x
    centres = []
    for one in branch.below:
        centres.append(left + one.leaves * width / 2)
        sketch.add(Line(centres[-1], bend, centres[-1], head, Role.OUTLINE))
        end = max(end, _draw_tree(sketch, one, left, head, width))
        left += one.leaves * width
    sketch.add(Line(min(*centres, middle), bend, max(*centres, middle), bend, Role.OUTLINE))
    return end


def _draw_list(sketch: Sketch, branch: Branch, x: float, y: float, step: float) -> float:
    frame = sketch.frame
    height = _draw_post(sketch, branch.post, x, y, frame.room - x - 0.5)
    y += height + frame.size * 0.5
    stem = x + step / 2
    top = y - frame.size * 0.5
    for one in branch.below:
        sketch.add(Line(stem, top, stem, y + frame.size, Role.OUTLINE))
        sketch.add(Line(stem, y + frame.size, x + step, y + frame.size, Role.OUTLINE))
        y = _draw_list(sketch, one, x + step, y, step)
    return y


def _draw_post(sketch: Sketch, post: Post, x: float, y: float, width: float) -> float:
    frame = sketch.frame
    inset = 0.5 * frame.size
    names = sketch.wrapped(post.name or tr("Unnamed role"), width - 2 * inset, 3, bold=True)
    details = sketch.wrapped(post.detail, width - 2 * inset, 3)
    height = (len(names) + len(details)) * frame.leading + 2 * inset
    area = Rect(x, y, width, height, Role.ACCENT_SOFT, Role.OUTLINE, 1.0, 3.0, post.key)
    sketch.add(area)
    first = Text(x + inset, y + inset, "", frame.size, bold=True, key=post.key)
    below = sketch.block(names, first)
    sketch.block(details, Text(x + inset, below, "", frame.size, Role.MUTED, key=post.key))
    return height


def _alt(chart: OrgChart, names: dict[str, str]) -> str:
    items = []
    for post in chart.posts:
        said = f"{post.name} ({post.detail})" if post.detail else post.name
        above = names.get(post.above, "")
        if above:
            said = tr("{role}, answers to {above}", role=said, above=above)
        items.append(said)
    return told(chart.title, tr("Staffing chart"), items)
