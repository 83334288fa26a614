/** An answer that can't be used; asking again would bring no other. The message goes on after "…: ". */
export class HttpFault extends Error {
  override readonly name = "HttpFault";
}
