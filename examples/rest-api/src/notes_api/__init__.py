"""A service that keeps notes in memory."""

from flask import Flask, abort, jsonify, request

MAX_LENGTH = 1000


def create_app():
    """Make a service with no notes."""
    app = Flask(__name__)
    notes = {}

    @app.get("/health")
    def health():
        return jsonify(status="ok")

    @app.get("/notes")
    def list_notes():
        return jsonify([{"id": key, "text": text} for key, text in notes.items()])

    @app.post("/notes")
    def add_note():
        text = (request.get_json(silent=True) or {}).get("text")
        if not isinstance(text, str) or not 0 < len(text) <= MAX_LENGTH:
            abort(400, f"text must be a string of 1 to {MAX_LENGTH} characters")
        key = len(notes) + 1
        notes[key] = text
        return jsonify(id=key, text=text), 201

    @app.get("/notes/<int:key>")
    def get_note(key):
        if key not in notes:
            abort(404)
        return jsonify(id=key, text=notes[key])

    return app
