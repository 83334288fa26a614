"""Tests of the service as its users meet it: over HTTP. NOTES_URL says where it listens."""

import json
import os
import urllib.error
import urllib.request

import pytest

URL = os.environ["NOTES_URL"]


def call(path, data=None):
    body = None if data is None else json.dumps(data).encode()
    request = urllib.request.Request(URL + path, body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=10) as response:
        return response.status, json.load(response)


def test_health():
    assert call("/health") == (200, {"status": "ok"})


def test_note_is_kept():
    status, note = call("/notes", {"text": "buy milk"})
    assert status == 201
    assert call(f"/notes/{note['id']}") == (200, note)
    assert note in call("/notes")[1]


@pytest.mark.parametrize("data", [{}, {"text": ""}, {"text": 1}, {"text": "x" * 1001}, []])
def test_bad_note_is_refused(data):
    with pytest.raises(urllib.error.HTTPError) as caught:
        call("/notes", data)
    assert caught.value.code == 400


def test_unknown_note():
    with pytest.raises(urllib.error.HTTPError) as caught:
        call("/notes/999999")
    assert caught.value.code == 404
