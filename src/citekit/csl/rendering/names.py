"""``cs:names``: the names of one or more variables, with labels, or a substitute for them.

Source: CSL 1.0.2, "Names", "Label (in cs:names)", "Substitute".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from citekit.csl.citation import Position
from citekit.csl.context import Context, Environment, NamesData, Render
from citekit.csl.item import Name
from citekit.csl.nodes import EtAl, NameElement, Names
from citekit.csl.rendering.name_labels import labeller
from citekit.csl.rendering.name_lists import ListWriter, NameList
from citekit.csl.rendering.name_options import NameOptions, name_options
from citekit.csl.rendering.name_scripts import family_first, puts_family_first
from citekit.csl.rendering.substitutes import compile_substitute
from citekit.csl.tree import Node, Output, Tag
from citekit.csl.typography import dresser

_COUNT_WIDTH = 10
_MOST_KNOWN = 8192  # disambiguation asks for each list in up to three forms a name
_PARTS: Mapping[str, tuple[str, str]] = {"editor-translator": ("editor", "translator")}

Found = tuple[tuple[str, tuple[Name, ...]], ...]
Collect = Callable[[Context], Found]


def compile_names(node: Names, env: Environment) -> Render:
    """What ``node`` prints."""
    options = name_options(node, env)
    collect = _collector(node, env)
    substitute = compile_substitute(node, env) if node.substitute else None
    write = _writer(node, env, options)

    def render(ctx: Context) -> Output:
        ctx.called += 1
        found = collect(ctx)
        if not found:
            return substitute(ctx) if substitute is not None else ""
        output = write(ctx, found)
        if output:
            ctx.filled += 1
            if ctx.printed is not None:
                _use_up(ctx, node.variables)
        return output

    return render


def _names_of(ctx: Context, variable: str) -> tuple[Name, ...]:
    if variable in ctx.suppressed:
        return ()
    names = ctx.names.get(variable, ())
    if not names and variable in _PARTS:
        one, other = (ctx.names.get(part, ()) for part in _PARTS[variable])
        return one if one == other else ()
    return names


def _use_up(ctx: Context, variables: Sequence[str]) -> None:
    """Note that names in a substitute have printed ``variables``: once is enough, even in it."""
    for variable in variables:
        parts = _PARTS.get(variable, ())
        used = [one for one in (variable, *parts) if one in ctx.names]
        ctx.suppressed.update(used)
        if ctx.printed is not None:
            ctx.printed += used


def _collector(node: Names, env: Environment) -> Collect:
    """The function that gives the variables of ``node`` that hold names, with these.

    Editors who are the translators too are given once, under the name of the term for both.
    """
    variables = node.variables
    if len(variables) == 1:
        variable = variables[0]

        def collect_one(ctx: Context) -> Found:
            names = _names_of(ctx, variable)
            return ((variable, names),) if names else ()

        return collect_one
    merges = set(variables) == {"editor", "translator"} and _may_merge(node, env)

    def collect(ctx: Context) -> Found:
        found = tuple((one, names) for one in variables if (names := _names_of(ctx, one)))
        if merges and len(found) == len(variables) and found[0][1] == found[1][1]:
            return (("editortranslator", found[0][1]),)
        return found

    return collect


def _may_merge(node: Names, env: Environment) -> bool:
    """Whether names are printed, not counted, and a label has a term for both roles."""
    if name_options(node, env).form == "count":
        return False
    if node.label is None:
        return True
    return bool(env.locale.term("editortranslator", node.label.form))


def _writer(
    node: Names, env: Environment, options: NameOptions
) -> Callable[[Context, Found], Output]:
    if options.form == "count":
        return _counter(options)
    lists = _list_renderer(node, env, options)
    label = labeller(node, env)
    delimiter = options.names_delimiter
    is_sort_key = options.is_sort_key
    dress = dresser(node.look)
    language = env.locale.lang

    def write(ctx: Context, found: Found) -> Output:
        outputs: list[Output] = []
        data: list[NamesData] = []
        for variable, names in found:
            listed = lists(ctx, variable, names)
            if not isinstance(listed, Node):
                continue
            assert isinstance(listed.data, NamesData)  # noqa: S101  # _list_renderer made it
            data.append(listed.data)
            outputs.append(label(listed, variable, len(names)))
        if not outputs:
            return ""
        whole = Node(outputs, delimiter=delimiter, tag=Tag.NAMES, data=tuple(data))
        if is_sort_key:
            return whole
        return dress(whole, ctx.texts.get("language") or language)

    return write


def _shown(options: NameOptions, ctx: Context, count: int, wanted: int = 0) -> int:
    is_first = ctx.position is None or ctx.position is Position.FIRST
    return (options.first if is_first else options.subsequent).shown(count, wanted)


def _counter(options: NameOptions) -> Callable[[Context, Found], Output]:
    """``form="count"``: how many names would print, over all variables.

    Deviation: editors who are the translators count twice, as in citeproc-js; the specification
    would have them once.
    """

    def write(ctx: Context, found: Found) -> Output:
        total = sum(_shown(options, ctx, len(names)) for _, names in found)
        text = str(total) if total else ""
        return text.rjust(_COUNT_WIDTH, "0") if text and options.is_sort_key else text

    return write


def _list_renderer(
    node: Names, env: Environment, options: NameOptions
) -> Callable[[Context, str, tuple[Name, ...]], Output]:
    writer = ListWriter(options, node.name or NameElement(), node.et_al or EtAl(), env.locale)
    known: dict[tuple[str, NameList], tuple[Output, ...]] = {}
    own_language = env.locale.lang

    def render(ctx: Context, variable: str, names: tuple[Name, ...]) -> Output:
        index = len(ctx.lists)
        is_open = len(names) > 1 and names[-1].is_others
        if is_open:
            names = names[:-1]
        disambiguation = ctx.disambiguation
        shown = _shown(options, ctx, len(names), disambiguation.shown.get(index, 0))
        levels = _levels(disambiguation.given, index, writer.level, len(names))
        language = ctx.texts.get("language", "")
        ordered = tuple(map(family_first, names)) if puts_family_first(language) else names
        language = (language or own_language) if writer.has_text_case else ""
        wanted = NameList(ordered, shown, levels, is_open, language)
        key = (variable, wanted)
        parts = known.get(key)
        if parts is None:
            if len(known) >= _MOST_KNOWN:
                known.clear()
            parts = known[key] = writer.write(wanted)
        if not parts:
            return ""
        data = NamesData(index, variable, names, shown, writer.form_at)
        ctx.lists.append(data)
        return Node(parts, tag=Tag.NAME_LIST, data=data)

    return render


def _levels(
    given: Mapping[tuple[int, int], int], index: int, own: int, count: int
) -> tuple[int, ...]:
    """The level of each name of list ``index``; empty where all have that of the style."""
    if not given:
        return ()
    levels = tuple(max(own, given.get((index, place), 0)) for place in range(count))
    return levels if any(level != own for level in levels) else ()
