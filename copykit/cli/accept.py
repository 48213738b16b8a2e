"""`copykit accept`: overrule one finding, with a name and a reason; or take that back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from copykit.cli.settings import FormatsOnDemand, brand_folder, brand_option, day, day_for, today_option

if TYPE_CHECKING:
    from copykit.findings import Finding
    from copykit.guide import Guide

__all__ = ["command"]


@click.command("accept")
@click.argument("path", metavar="FILE")
@click.argument("check", metavar="CHECK")
@brand_option()
@click.option("--quote", metavar="TEXT", help="What stands there, if the check found more than one thing.")
@click.option("--by", metavar="NAME", help="Who accepts it.")
@click.option("--because", metavar="REASON", help="Why it is fine.")
@click.option("--until", metavar="DATE", callback=day, help="The last day on which that holds.")
@click.option("--anywhere", is_flag=True, help="Accept it in every document, not only in this one.")
@click.option("--undo", is_flag=True, help="Take it back: the finding counts again.")
@today_option()
def command(
    path: str,
    check: str,
    brand: str,
    quote: str | None,
    by: str | None,
    because: str | None,
    until: date | None,
    anywhere: bool,
    undo: bool,
    today: date | None,
) -> None:
    """Overrule what CHECK found in FILE: it is listed in the brand's accepted.yaml and counts no more."""
    from copykit.checks.control import known_check
    from copykit.guide import load_guide
    from copykit.guide.accepting import FILE, accept

    guide, clock = day_for(load_guide(brand_folder(brand)), today)
    if not known_check(check) or "." not in check:
        from copykit.checks.facts import known_ids
        from copykit.wording import did_you_mean

        near = did_you_mean(check, known_ids()) or "; copykit explain lists them all"
        raise click.UsageError(f'there is no check "{check}"{near}')
    if undo:
        click.echo(_undo(guide, path, check, quote))
        return
    if not by or not because:
        raise click.UsageError("say who accepts this and why: --by NAME --because REASON")
    finding = _pick(_found(guide, path, check, clock), path, check, quote)
    where = accept(guide, finding, by=by, reason=because, on=clock, until=until, anywhere=anywhere)
    click.echo(f"Accepted by {by}: {check} in {where} ({(guide.folder / FILE).as_posix()})")


def _found(guide: Guide, path: str, check: str, clock: date) -> list[Finding]:
    """What a check finds in a file now, each quote once."""
    from copykit.checking import Desk
    from copykit.sources import read_document

    desk = Desk(guide=guide, formats=FormatsOnDemand(guide.folder), today=clock)
    findings = desk.check(read_document(path)).report.findings
    by_quote = {" ".join(one.quote.split()): one for one in findings if one.check == check}
    return list(by_quote.values())


def _pick(findings: list[Finding], path: str, check: str, quote: str | None) -> Finding:
    if not findings:
        raise click.ClickException(f"{check} finds nothing in {path}, or all of it is accepted already")
    if quote is None and len(findings) == 1:
        return findings[0]
    fits = [one for one in findings if quote is not None and one.quote.split() == quote.split()]
    if fits:
        return fits[0]
    told = "\n".join(f"  --quote {_shell(one.quote)}" for one in findings)
    what = f"{check} finds {len(findings)} things in {path}"
    if quote is not None:
        what = f"{check} does not find “{quote}” in {path}"
    raise click.ClickException(f"{what}; name one of these:\n{told}")


def _shell(text: str) -> str:
    import shlex

    return shlex.quote(" ".join(text.split()))


def _undo(guide: Guide, path: str, check: str, quote: str | None) -> str:
    from copykit.guide.accepting import FILE, accepted_here, take_back

    name = (guide.folder / FILE).as_posix()
    hits = accepted_here(guide, check, path, quote)
    if not hits:
        raise click.ClickException(f"{name} accepts no such finding of {check} in {path}")
    if len(hits) > 1:
        told = "\n".join(f"  --quote {_shell(one.quote)}" for one in hits)
        raise click.ClickException(
            f"{name} accepts {len(hits)} of {check} in {path}; name one of these:\n{told}"
        )
    [hit] = hits
    take_back(guide, hit)
    return f"Taken back: {check} in {hit.document} counts again ({hit.by} accepted it on {hit.date})"
