"""The steps of a plan as commands, packed into as few batches as they need.

A portal has no update: a replace is unbind, then bind. The two stay together in one batch, and the last batch has room
for reading back. A move goes the other way, in two batches: the old binding goes only when the new one was read back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bxdesk.placements.bindings import (
    DEFAULT_LANGUAGE,
    EVERYBODY,
    Binding,
    BindingKey,
    Bindings,
    Texts,
    differences,
    is_title,
    stored_option,
)
from bxdesk.placements.catalogue import family_of
from bxdesk.placements.plan import Action, Step
from bxdesk.portal.answers import read
from bxdesk.portal.errors import PortalError, RefusedError
from bxdesk.portal.php import Value
from bxdesk.portal.rest import BATCH_LIMIT, Answer, Command, RestClient
from bxdesk.portal.results import BINDINGS

READ_BACK = Command("placement.get")


@dataclass(frozen=True, slots=True)
class StepCommands:
    """The commands of one step, known by the key of the step's binding; they stay together.

    ``half`` means that more is to be sent once these have done what they are to do.
    """

    key: BindingKey
    commands: tuple[Command, ...]
    half: bool = False


@dataclass(frozen=True, slots=True)
class Batch:
    """Steps that travel in one request. ``alone`` ones hold commands that a batch would spoil."""

    steps: tuple[StepCommands, ...]
    alone: bool = False


@dataclass(frozen=True, slots=True)
class BatchReply:
    """What the portal said against steps, by their key, and the bindings if they were read back."""

    errors: Mapping[BindingKey, PortalError]
    bindings: tuple[Binding, ...] | None


def bind(binding: Binding) -> Command:
    """The command that creates a binding. Languages without a title are left out: they would leave a broken binding."""
    params: dict[str, Value] = {"PLACEMENT": binding.placement, "HANDLER": binding.handler}
    named = {language: texts for language, texts in binding.texts.items() if is_title(texts.title)}
    if set(named) == {DEFAULT_LANGUAGE}:
        params.update(_text_params(named[DEFAULT_LANGUAGE]))
    else:
        params["LANG_ALL"] = {language: _text_params(texts) for language, texts in named.items() if language}
    params["OPTIONS"] = {
        key: stored_option(binding.placement, key, value) for key, value in binding.options.items() if value
    }
    if binding.key.user_id != EVERYBODY:
        params["USER_ID"] = binding.key.user_id
    return Command("placement.bind", params)


def unbind(key: BindingKey) -> Command:
    """The command that removes one binding. The handler is always named: without it a portal removes all of them."""
    params: dict[str, Value] = {"PLACEMENT": key.placement, "HANDLER": key.handler}
    if key.user_id != EVERYBODY:
        params["USER_ID"] = key.user_id
    return Command("placement.unbind", params)


def forward(step: Step, bindings: Bindings) -> StepCommands:
    """What carries the step out, given the bindings that are there now and are this step's to change."""
    if step.action is Action.MOVE and step.after is not None and _has_room(step.after):
        if not is_in_place(step.after, bindings):
            return StepCommands(step.key, (*_unbind_all(bindings, step.after), bind(step.after)), half=True)
        return StepCommands(step.key, tuple(_unbind_all(bindings, step.before)))
    commands = _unbind_all(bindings, step.before, step.after)
    if step.after is not None:
        commands.append(bind(step.after))
    return StepCommands(step.key, tuple(commands))


def backward(step: Step, bindings: Bindings) -> StepCommands:
    """What puts back the binding from before the step, given the bindings that are there now; nothing if it is."""
    before, after = step.before, step.after
    if after is None:
        return StepCommands(step.key, ())
    if before is None:
        return StepCommands(step.key, tuple(_unbind_all(bindings, after)))
    if bindings.get(before.key) == before:
        return StepCommands(step.key, tuple(_unbind_all(bindings, after) if after.key != before.key else ()))
    return StepCommands(step.key, (*_unbind_all(bindings, after, before), bind(before)))


def is_in_place(binding: Binding, bindings: Bindings) -> bool:
    """Whether the portal holds this binding as it is wanted."""
    return binding.key in bindings and not differences(bindings[binding.key], binding)


def pack(steps: Sequence[StepCommands]) -> list[Batch]:
    """The steps in as few batches as possible, in their order as far as that allows.

    Every batch holds at most 50 commands, the last at most 49: reading back goes with it. At least one is returned.
    """
    together = [step for step in steps if step.commands and not _spoils(step)]
    batches = [Batch((step,), alone=True) for step in steps if _spoils(step)]
    packed: list[Batch] = []
    while together:
        taken: list[StepCommands] = []
        left: list[StepCommands] = []
        room = BATCH_LIMIT
        for step in together:
            fits = len(step.commands) <= room
            (taken if fits else left).append(step)
            room -= len(step.commands) if fits else 0
        together = left
        packed.append(Batch(tuple(taken)))
    if not packed or sum(len(step.commands) for step in packed[-1].steps) == BATCH_LIMIT:
        packed.append(Batch(()))
    return [*batches, *packed]


async def send(client: RestClient, batch: Batch, *, read_back: bool) -> BatchReply:
    """Sends one batch, with reading back at its end if asked. Raises PortalError when it failed as a whole."""
    errors: dict[BindingKey, PortalError] = {}
    if batch.alone:
        for step in batch.steps:
            await _one_by_one(client, step, errors)
        return BatchReply(errors, await read_bindings(client) if read_back else None)
    keys = [step.key for step in batch.steps for _ in step.commands]
    commands = [command for step in batch.steps for command in step.commands]
    answers = await client.batch([*commands, READ_BACK] if read_back else commands, reading=not commands)
    for key, answer in zip(keys, answers, strict=False):
        if answer.error is not None:
            errors[key] = answer.error
    return BatchReply(errors, _bindings_in(answers[-1], client.host) if read_back else None)


def _bindings_in(answer: Answer, host: str) -> tuple[Binding, ...] | None:
    """The bindings that a batch read back, None where that failed on its own, as when the token ran out in between."""
    try:
        return read(BINDINGS, answer.value(), host)
    except PortalError:
        return None


async def read_bindings(client: RestClient) -> tuple[Binding, ...]:
    """The app's bindings as they stand. Raises PortalError."""
    return read(BINDINGS, (await client.call(READ_BACK, reading=True)).value(), client.host)


async def _one_by_one(client: RestClient, step: StepCommands, errors: dict[BindingKey, PortalError]) -> None:
    for command in step.commands:
        try:
            await client.call(command)
        except RefusedError as error:
            errors[step.key] = error


def _spoils(step: StepCommands) -> bool:
    return any(command.must_go_alone for command in step.commands)


def _unbind_all(bindings: Bindings, *sides: Binding | None) -> list[Command]:
    """Removes those of these bindings that are there."""
    keys = dict.fromkeys(side.key for side in sides if side is not None)
    return [unbind(key) for key in keys if key in bindings]


def _has_room(binding: Binding) -> bool:
    """Whether the placement takes a second widget for a moment."""
    family = family_of(binding.placement)
    return family is None or not family.one_per_app


def _text_params(texts: Texts) -> dict[str, Value]:
    params: dict[str, Value] = {"TITLE": texts.title}
    if texts.description:
        params["DESCRIPTION"] = texts.description
    if texts.group:
        params["GROUP_NAME"] = texts.group
    return params
