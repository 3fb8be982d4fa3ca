// An HTTP/2 server that takes back what it does not look at: PORT, then "refuse" or "goaway" for the first request.
import http2 from "node:http2";

const [port, fault] = process.argv.slice(2);
const reply = JSON.stringify({
  object: "chat.completion",
  choices: [{ index: 0, message: { role: "assistant", content: "second try" }, finish_reason: "stop" }],
});
let requests = 0;
const server = http2.createServer({ settings: { maxConcurrentStreams: 1 } });
server.on("stream", (stream) => {
  stream.on("error", () => {});
  requests++;
  if (requests === 1) {
    if (fault === "goaway") {
      stream.session.goaway(http2.constants.NGHTTP2_NO_ERROR, 0);
      stream.session.destroy();
    } else {
      stream.close(http2.constants.NGHTTP2_REFUSED_STREAM);
    }
    return;
  }
  stream.respond({ ":status": 200, "content-type": "application/json", "x-requests": String(requests) });
  stream.end(reply);
});
server.on("sessionError", () => {});
server.listen(Number(port), "127.0.0.1");
